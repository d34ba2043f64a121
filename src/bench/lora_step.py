"""Time of one LoRA training step, Spindle against Hugging Face peft, in turn in one run, on one thread each.

usage: lora_step.py CLASSPATH [--examples 32] [--tokens 64] [--rank 9] [--rounds 9] [--steps 3]
                    [--precision float32|bfloat16]
needs torch, transformers, peft; CLASSPATH: target/test-classes:target/classes:target/lib/*

Both take the same step on the same backbone: forward, cross-entropy, backward, clipping at norm 1, AdamW; LoRA on
query and value, no dropout, float32, full batches without padding. The ratio of each round is Spindle's processor
time over peft's; the median is what to quote. The roofline is of Spindle's steps: matrix products only, against a
large product in the same process, both by processor time.
"""
import argparse, statistics, subprocess, time
import torch
from peft import LoraConfig, get_peft_model
from transformers import BertForSequenceClassification

parser = argparse.ArgumentParser()
parser.add_argument("classpath")
for name, value in (("examples", 32), ("tokens", 64), ("rank", 9), ("rounds", 9), ("steps", 3)):
    parser.add_argument("--" + name, type=int, default=value)
parser.add_argument("--java", default="java")
parser.add_argument("--precision", default="float32", help="of Spindle's frozen projections: float32 or bfloat16")
a = parser.parse_args()

torch.set_num_threads(1)
java = subprocess.Popen(
    [a.java, "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-cp", a.classpath,
     "spindle.training.StepBench", str(a.examples), str(a.tokens), str(a.rank), a.precision.upper()],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
folder = java.stdout.readline().strip()

model = BertForSequenceClassification.from_pretrained(
    folder, num_labels=2, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0)
model = get_peft_model(model, LoraConfig(
    task_type="SEQ_CLS", r=a.rank, lora_alpha=a.rank, lora_dropout=0.0, target_modules=["query", "value"]))
model.train()
trained = [p for p in model.parameters() if p.requires_grad]
optimizer = torch.optim.AdamW(trained, lr=1e-3)
ids = torch.randint(1000, model.config.vocab_size, (a.examples, a.tokens), generator=torch.Generator().manual_seed(1))
mask = torch.ones_like(ids)
labels = torch.arange(a.examples) % 2


def spindle(steps):
    java.stdin.write(f"{steps}\n")
    java.stdin.flush()
    return [float(x) for x in java.stdout.readline().split()]


def peft(steps):
    wall, processor = time.perf_counter(), time.process_time()
    for _ in range(steps):
        optimizer.zero_grad()
        model(input_ids=ids, attention_mask=mask, labels=labels).loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
    return [time.perf_counter() - wall, time.process_time() - processor]


spindle(2), peft(2)
rows = []
for round in range(a.rounds):
    first, second = (spindle, peft) if round % 2 == 0 else (peft, spindle)
    x, y = first(a.steps), second(a.steps)
    mine, theirs = (x, y) if first is spindle else (y, x)
    rows.append((mine[1] / a.steps, theirs[1] / a.steps, mine[1] / theirs[1]))
    print("round %d: spindle %.3f s, peft %.3f s of processor a step, ratio %.3f" % (round + 1, *rows[-1]), flush=True)
print("median ratio %.3f (least %.3f, most %.3f), batch %d x %d, rank %d"
      % (statistics.median(r[2] for r in rows), min(r[2] for r in rows), max(r[2] for r in rows), a.examples, a.tokens, a.rank))
java.stdin.write("roofline\n")
java.stdin.flush()
print(java.stdout.readline().strip())
java.stdin.close()
