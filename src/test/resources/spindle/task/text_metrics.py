"""Writes text_metrics.jsonl: written texts, their references, and the scores of both.

One corpus a line: ROUGE-1, -2 and -L as the mean F1 of `rouge_score` (its tokenizer, no stemming),
BLEU as a hundredth of that of `sacrebleu` (its defaults). Both packages must be importable; nothing
here computes a score itself. The file was made with the sources of sacrebleu 2.6.0 and of Google's
`rouge_scorer.py` and `tokenize.py` of 2020.

    python text_metrics.py > text_metrics.jsonl
"""

import json
import random

import sacrebleu
from rouge_score import rouge_scorer

NAMES = ["rouge1", "rouge2", "rougeL"]

PAIRS = [
    ("the cat sat on the mat", "the cat sat on the mat"),
    ("the cat sat on the mat", "the cat is on the mat"),
    ("", "the cat is on the mat"),
    ("   ", "a b c d e"),
    ("the the the the the the the", "the cat is on the mat"),
    ("a b a b a b a b", "b a b a b a"),
    ("The Cat Sat On The Mat", "the cat sat on the mat"),
    ("It costs $3,500.25 (or 3.5k), e.g. 1-2 days.", "It costs $3,500.25 or 3.5k; e.g. 1 - 2 days."),
    ("He said: \"no!\" - and left...", "he said: \u201cno!\u201d \u2013 and left \u2026"),
    ("state-of-the-art co-op 1990-95 A-1", "state of the art coop 1990 95 A1"),
    ("don't stop, it's Bob's", "don\u2019t stop, its Bobs"),
    ("Pre\u0219edintele \u021b\u0103rii a spus c\u0103 \u00een 2016", "Pre\u015fedintele \u0163\u0103rii a spus c\u0103 \u00een 2016"),
    ("\u4eca\u5929\u5929\u6c14\u5f88\u597d\u3002", "\u4eca\u5929\u5929\u6c14\u4e0d\u597d\u3002"),
    ("a\u00a0b\u2003c\u3000d e", "a b c d e"),
    ("zero\u200bwidth \u0130stanbul \u212a 100\u00b5", "zerowidth istanbul k 100\u03bc"),
    ("x &amp; y &lt;z&gt; &quot;q&quot; <skipped> end", "x & y <z> \"q\" end"),
    ("one-\ntwo three\nfour\tfive\rsix", "onetwo three four five six"),
    ("\U0001f600 smile, 5,000.5.", "\U0001f600\U0001f600 smile, 5,000.5"),
    ("a", "a"),
    ("a b", "a b"),
    ("a b c", "a b c"),
    ("a b c d", "a b c d"),
    ("a b c d e f g h", "h g f e d c b a"),
    ("no word in common at all here", "something else entirely was written"),
    ("{x}|~[y]^_`z` #1 %2 *3 @4 /5 \\6", "{x} [y] z 1 2 3 4 5 6"),
    (".5 5. 5.5 a.b a,b ,5 5, 1,2-3", ".5 5. 5.5 a.b a,b ,5 5, 1,2-3"),
    ("...", "..."),
    ("?!", "what?!"),
    ("word " * 40, "word " * 30),
    ("running runs ran", "run runs ran"),
    ("the cat sat .   \x1c", "the cat sat."),
    ("x\x85y\x0bz w v", "x y z w v"),
]


def scores(written, references):
    scorer = rouge_scorer.RougeScorer(NAMES)
    rouge = [scorer.score(right, left) for left, right in zip(written, references)]
    means = [sum(r[name].fmeasure for r in rouge) / len(rouge) for name in NAMES]
    return means + [sacrebleu.corpus_bleu(written, [references]).score / 100]


def corpora():
    for pair in PAIRS:
        yield [pair]
    yield PAIRS
    yield PAIRS[:2]
    yield PAIRS[5:12]
    words = "the a cat dog sat. on, mat 3.5 1,000 Run-time it's (so) \u00e9t\u00e9".split()
    draw = random.Random(1)
    for size in [1, 2, 3, 5, 8, 13, 21, 34]:
        pairs = []
        for _ in range(size):
            right = [draw.choice(words) for _ in range(draw.randint(1, 20))]
            left = [w if draw.random() < 0.8 else draw.choice(words) for w in right]
            left = left[draw.randint(0, 2) : len(left) - draw.randint(0, 2)]
            pairs.append((" ".join(left), " ".join(right)))
        yield pairs


for corpus in corpora():
    written = [left for left, _ in corpus]
    references = [right for _, right in corpus]
    print(json.dumps({"written": written, "references": references, "scores": scores(written, references)}))
