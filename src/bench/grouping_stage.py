"""Designs an hour of a study's grouping stage, Spindle against Hugging Face transformers and peft, in turn in one run.

usage: grouping_stage.py CLASSPATH --glue FOLDER [--designs 64] [--examples 256] [--scored 500] [--epochs 1]
                         [--batch 32] [--round 8] [--without peer|float32|bfloat16]
needs torch, transformers, peft; CLASSPATH: target/test-classes:target/classes:target/lib/*

Both train the same designs (paired draws of the grouping presets at 0.5 % of the bundled backbone) on the same
token ids of SST-2, with the same batch, epochs, rates, schedule and clipping, and score them on the same examples.
Spindle trains two at a time with one thread each in its worker process, in float32 and again with frozen weights in
bfloat16; the peer one after another with two threads:
peft's LoRA, and what peft lacks in BERT by hand (Pfeiffer adapters, prefixes as cached keys and values, biases). Its
batches are grouped by length and padded to their longest text; it scores sorted by length without gradients. Its heads
begin with the same numbers as Spindle's: after so few steps a score depends on them more than on the design. Neither
counts its start: imports, reading the backbone, encoding the texts; the peer copies the loaded model for each design.
The rooflines are of Spindle's worker: the matrix products that it computes (padding counts; frozen layers once, when
their states are kept) against a large product in its two slots, measured after each round, the best of them.
"""
import argparse, copy, json, os, random, statistics, subprocess, time
import torch
from peft import LoraConfig, inject_adapter_in_model
from torch import nn
from transformers import BertModel

parser = argparse.ArgumentParser()
parser.add_argument("classpath")
parser.add_argument("--glue", required=True)
for name, value in (("designs", 64), ("examples", 256), ("scored", 500), ("epochs", 1), ("batch", 32), ("round", 8), ("threads", 2)):
    parser.add_argument("--" + name, type=int, default=value)
parser.add_argument("--without", choices=["none", "peer", "float32", "bfloat16"], default="none")
parser.add_argument("--java", default="java")
a = parser.parse_args()

torch.set_num_threads(a.threads)
java = subprocess.Popen(
    [a.java, "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-cp", a.classpath,
     "spindle.training.StageBench", a.glue, str(a.designs), str(a.examples), str(a.epochs), str(a.scored), str(a.batch)],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
study = json.loads(java.stdout.readline())
settings = study["trials"][0]["settings"]
backbone = BertModel.from_pretrained(
    study["folder"], add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
backbone.requires_grad_(False)
DEPTH = backbone.config.num_hidden_layers


class Adapted(nn.Module):
    """The end of a layer with a Pfeiffer adapter: z = LN(f + a), y = LN(A(z) + f + a)."""

    def __init__(self, output, width):
        super().__init__()
        self.output = output
        self.down, self.up = nn.Linear(output.dense.out_features, width), nn.Linear(width, output.dense.out_features)
        for tensor in (self.down.bias, self.up.weight, self.up.bias):
            nn.init.zeros_(tensor)

    def forward(self, inner, residual):
        f = self.output.dense(inner) + residual
        return self.output.LayerNorm(self.up(torch.relu(self.down(self.output.LayerNorm(f)))) + f)


class Prefixed(nn.Module):
    """Trained keys and values of a layer, handed to its attention as if they had been cached."""

    def __init__(self, attention, length):
        super().__init__()
        self.heads = attention.num_attention_heads
        self.key = nn.Parameter(0.02 * torch.randn(length, attention.all_head_size))
        self.value = nn.Parameter(0.02 * torch.randn(length, attention.all_head_size))
        attention.register_forward_pre_hook(self.hook, with_kwargs=True)

    def update(self, key, value, _):
        def joined(prefix, x):
            rows = prefix.view(len(prefix), self.heads, -1).transpose(0, 1).expand(len(x), -1, -1, -1)
            return torch.cat([rows, x], 2)
        return joined(self.key, key), joined(self.value, value)

    def hook(self, _, args, kwargs):
        mask = kwargs.get("attention_mask")
        if mask is not None:
            seen = True if mask.dtype == torch.bool else 0.0
            kwargs["attention_mask"] = nn.functional.pad(mask, (len(self.key), 0), value=seen)
        kwargs["past_key_values"] = self
        return args, kwargs


class Tuned(nn.Module):
    """A copy of the backbone with a design's modules and a linear head on the first token."""

    def __init__(self, number):
        super().__init__()
        plan = study["trials"][number]["tuning"]["plan"]["layers"]
        self.bert = copy.deepcopy(backbone)
        self.prefixes = nn.ModuleList()
        self.head = nn.Linear(self.bert.config.hidden_size, 2)
        self.head.weight.data = torch.tensor(study["heads"][number]).view(2, -1)
        nn.init.zeros_(self.head.bias)
        ranks = {}
        for number, modules in enumerate(plan):
            for module in modules:
                self.add(number, module, ranks)
        if ranks:
            inject_adapter_in_model(LoraConfig(
                target_modules=list(ranks), rank_pattern=ranks, alpha_pattern=ranks, lora_dropout=0.0), self.bert)
            self.thaw(plan)

    def add(self, number, module, ranks):
        layer, kind = self.bert.encoder.layer[number], module["kind"]
        if kind == "lora":
            for matrix in module["matrices"]:
                ranks[f"encoder.layer.{number}.attention.self.{matrix}"] = module["rank"]
        elif kind == "adapter":
            layer.output = Adapted(layer.output, module["width"])
        elif kind == "prefix":
            self.prefixes.append(Prefixed(layer.attention.self, module["length"]))
        elif kind == "bitfit":
            self.biases(number)
        else:
            raise ValueError(kind)

    def thaw(self, plan):
        # peft freezes all but its own
        for number, modules in enumerate(plan):
            if any(m["kind"] == "bitfit" for m in modules):
                self.biases(number)
        for module in self.bert.modules():
            if isinstance(module, Adapted):
                module.down.requires_grad_(True)
                module.up.requires_grad_(True)

    def biases(self, number):
        for name, tensor in self.bert.encoder.layer[number].named_parameters():
            if name.endswith("bias"):
                tensor.requires_grad_(True)

    def forward(self, batch):
        longest = max(len(x["ids"]) for x in batch)
        ids = torch.tensor([x["ids"] + [0] * (longest - len(x["ids"])) for x in batch])
        mask = torch.tensor([[1] * len(x["ids"]) + [0] * (longest - len(x["ids"])) for x in batch])
        return self.head(self.bert(input_ids=ids, attention_mask=mask).last_hidden_state[:, 0])


def batches(examples, size, shuffle):
    order = list(examples)
    if shuffle:
        shuffle.shuffle(order)
    order.sort(key=lambda x: len(x["ids"]))
    cut = [order[i:i + size] for i in range(0, len(order), size)]
    if shuffle:
        shuffle.shuffle(cut)
    return cut


def rate(name):
    for part, kind in (("lora_", "lora"), ("output.down", "adapter"), ("output.up", "adapter"), ("prefixes", "prefix"),
                       ("head", "head")):
        if part in name:
            return settings["rates"][kind]
    return settings["rates"]["bitfit"]


scalars = {}


def train(number):
    torch.manual_seed(number)
    shuffle = random.Random(number)
    model = Tuned(number)
    trained = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    scalars[number] = sum(p.numel() for _, p in trained) - sum(p.numel() for p in model.head.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": [p], "lr": rate(n)} for n, p in trained], weight_decay=settings["weightDecay"])
    steps = settings["epochs"] * -(-len(study["training"]) // settings["batch"])
    warm = max(1, min(round(steps * settings["warmup"]), steps - 1))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda done: (done + 1) / warm if done < warm else (steps - done) / (steps - warm))
    model.train()
    for _ in range(settings["epochs"]):
        for batch in batches(study["training"], settings["batch"], shuffle):
            optimizer.zero_grad()
            labels = torch.tensor([int(x["label"]) for x in batch])
            nn.functional.cross_entropy(model(batch), labels).backward()
            torch.nn.utils.clip_grad_norm_([p for _, p in trained], settings["clip"])
            optimizer.step()
            schedule.step()
    model.eval()
    right = 0
    with torch.inference_mode():
        for batch in batches(study["scored"], 32, None):
            labels = torch.tensor([int(x["label"]) for x in batch])
            right += int((model(batch).argmax(1) == labels).sum())
    return right / len(study["scored"])


def peer(numbers):
    wall, processor = time.perf_counter(), time.process_time()
    scores = [train(number) for number in numbers]
    return time.perf_counter() - wall, time.process_time() - processor, scores


rooflines = {}


def spindle(precision):
    def trained(numbers):
        java.stdin.write(precision + " " + " ".join(map(str, numbers)) + "\n")
        java.stdin.flush()
        answer = json.loads(java.stdout.readline())
        work, peaks = rooflines.setdefault(precision.lower(), [0.0, []])
        rooflines[precision.lower()] = [work + answer["work"], peaks + [answer["peak"]]]
        return answer["wall"], answer["processor"], answer["scores"]
    return trained


def ranks(scores):
    order = sorted(scores)
    return [order.index(x) + (order.count(x) - 1) / 2 for x in scores]


ways = {"peer": peer, "float32": spindle("FLOAT32"), "bfloat16": spindle("BFLOAT16")}
ways.pop(a.without, None)
if "peer" in ways:
    train(0)  # warms up
count = len(study["trials"])
results = {name: [0.0, 0.0, []] for name in ways}
for turn, at in enumerate(range(0, count, a.round)):
    part = list(range(at, min(at + a.round, count)))
    line = []
    for name in sorted(ways, reverse=turn % 2 == 1):
        wall, processor, scores = ways[name](part)
        total = results[name]
        total[0], total[1], total[2] = total[0] + wall, total[1] + processor, total[2] + scores
        line.append("%s %.2f s (processor %.2f) %s" % (name, wall, processor, ["%.3f" % x for x in scores]))
    print("designs %s: %s" % (part, "; ".join(line)), flush=True)
java.stdin.close()
if scalars:
    print("trained scalars of the peer's designs, head not counted: %s" % [scalars[n] for n in range(count)])

for name, (wall, processor, scores) in results.items():
    print("%s: %.0f designs an hour, %.2f s of processor a design, mean score %.4f"
          % (name, 3600 * count / wall, processor / count, statistics.mean(scores)))
    if name in rooflines:
        work, peaks = rooflines[name]
        top = max(peaks)
        print("roofline: %.0f of %.0f GFLOP/s (%.2f), %s, 2 threads"
              % (work / wall / 1e9, top / 1e9, work / wall / top, name))
for name in sorted(set(ways) - {"peer"}):
    for other in sorted(ways):
        if other > name:
            x, y = results[name], results[other]
            print("%s against %s: designs an hour %.2f, processor time %.2f, score differences mean %.4f, largest %.4f, rank correlation %.2f"
                  % (name, other, y[0] / x[0], y[1] / x[1], statistics.mean(m - t for m, t in zip(x[2], y[2])),
                     max(abs(m - t) for m, t in zip(x[2], y[2])), statistics.correlation(ranks(x[2]), ranks(y[2]))))
