"""Writes metrics.tsv: metric, predictions, labels, value. Run it as: python3 metrics.py > metrics.tsv

Independent of the program: counts and sums are exact fractions, roots have 50 digits, the Matthews
correlation is the correlation of one-hot indicators summed over the classes, the F1 is the harmonic
mean of precision and recall, and ranks are found by counting smaller and equal values.
"""
import random
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50


def root(f):
    return (Decimal(f.numerator) / Decimal(f.denominator)).sqrt()


def ratio(top, square):
    return Decimal(0) if square == 0 else Decimal(top.numerator) / Decimal(top.denominator) / root(square)


def covariance(x, y):
    n = len(x)
    return sum(a * b for a, b in zip(x, y)) / n - sum(x) / n * (sum(y) / n)


def accuracy(p, t):
    return Decimal(sum(a == b for a, b in zip(p, t))) / len(t)


def f1(p, t):
    hits = sum(a == 1 and b == 1 for a, b in zip(p, t))
    if hits == 0:
        return Decimal(0)
    precision, recall = Fraction(hits, p.count(1)), Fraction(hits, t.count(1))
    f = 2 * precision * recall / (precision + recall)
    return Decimal(f.numerator) / Decimal(f.denominator)


def matthews(p, t):
    classes = sorted(set(p) | set(t))
    hot = lambda v, c: [Fraction(int(a == c)) for a in v]
    cov = lambda x, y: sum(covariance(hot(x, c), hot(y, c)) for c in classes)
    return ratio(cov(p, t), cov(p, p) * cov(t, t))


def pearson(p, t):
    p, t = [Fraction(a) for a in p], [Fraction(a) for a in t]
    return ratio(covariance(p, t), covariance(p, p) * covariance(t, t))


def spearman(p, t):
    rank = lambda v: [sum(b < a for b in v) + Fraction(sum(b == a for b in v) + 1, 2) for a in v]
    return pearson(rank(p), rank(t))


def cases():
    draw = random.Random(20231)
    for n in (2, 5, 17, 60):
        for k in (2, 3):
            t = [draw.randrange(k) for _ in range(n)]
            p = [a if draw.random() < 0.6 else draw.randrange(k) for a in t]
            yield from ((m, p, t) for m in (accuracy, f1, matthews))
        t = [draw.randrange(0, 26) / 5 for _ in range(n)]
        p = [a + draw.gauss(0, 1.5) for a in t]
        coarse = [round(a) for a in p]
        yield from ((m, q, t) for m in (pearson, spearman) for q in (p, coarse))
    for p, t in (([1, 1, 1], [0, 1, 1]), ([0, 0, 0], [0, 1, 1]), ([1, 0], [0, 1]), ([0, 0], [0, 0])):
        yield from ((m, p, t) for m in (accuracy, f1, matthews, pearson, spearman))
    yield pearson, [0.1] * 7, [1, 2, 3, 4, 5, 6, 7]
    yield pearson, [1e9 + a for a in range(5)], [3, 1, 4, 1, 5]


for metric, p, t in cases():
    print(metric.__name__.upper(), " ".join(map(repr, p)), " ".join(map(repr, t)), f"{metric(p, t):.20f}", sep="\t")
