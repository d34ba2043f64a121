"""Time of a LoRA step of K trials in one call of Spindle's fused program, loaded through torch.jit.load, against peft.

usage: fused_step.py CLASSPATH [--device cuda|cpu] [--backbone bundled] [--examples 32] [--tokens 64] [--rank 9]
                     [--counts 1 2 4 8 16] [--rounds 9] [--precision float32|tf32]
needs torch, transformers, peft; CLASSPATH: target/test-classes:target/classes:target/lib/*
instead of CLASSPATH, a folder that `java -cp CLASSPATH spindle.training.FusedBench write:FOLDER bundled 32 64 9 1` wrote,
with the backbone's folder as --backbone: nothing of Java is needed then.

Both take the same step: forward, cross-entropy, backward, clipping at norm 1, AdamW; LoRA on query and value, no
dropout, full batches. peft takes K steps of one model for K trials. Before the times, the losses of the two libraries'
first steps are compared, and after two steps what the fused program trained with what the single one trained. Each
time is the least of the rounds, all devices synchronised; calls are the operators that one step dispatches (on cuda:
the kernels that it launches), as torch.profiler counts them.
"""
import argparse, os, pathlib, subprocess, tempfile, time
import torch
from peft import LoraConfig, get_peft_model
from safetensors.torch import load_file
from transformers import BertForSequenceClassification

parser = argparse.ArgumentParser()
parser.add_argument("source")
for name, value in (("examples", 32), ("tokens", 64), ("rank", 9), ("rounds", 9)):
    parser.add_argument("--" + name, type=int, default=value)
parser.add_argument("--counts", type=int, nargs="+", default=[1, 2, 4, 8, 16])
parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
parser.add_argument("--backbone", default="bundled")
parser.add_argument("--precision", choices=["float32", "tf32"], default="float32")
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--java", default="java")
a = parser.parse_args()

torch.set_num_threads(a.threads)
torch.backends.cuda.matmul.allow_tf32 = a.precision == "tf32"
device = torch.device(a.device)
folder = pathlib.Path(a.source)
if not os.path.isfile(folder / "fused.pt"):
    folder = pathlib.Path(tempfile.mkdtemp())
    a.backbone = subprocess.run(
        [a.java, "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-cp", a.source,
         "spindle.training.FusedBench", f"write:{folder}", a.backbone, str(a.examples), str(a.tokens), str(a.rank), "1"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout.strip()
start = {name: tensor.to(device) for name, tensor in load_file(folder / "start.safetensors").items()}
w = [start[f"w.{i}"] for i in range(len(start) - 3)]
ids, labels = start["ids"].long(), start["labels"]
types, mask = torch.zeros_like(ids), torch.ones_like(ids)
torch._C._jit_set_profiling_executor(False)
torch._C._jit_set_texpr_fuser_enabled(False)
SCHEDULE = torch.tensor([1.0, 0.1, 0.001, 1.0], device=device)


class Spindle:
    """A program with its vectors: stacked ones for `fused`, those of one trial for `one`."""

    def __init__(self, name, trials):
        self.module = torch.jit.load(str(folder / (name + ".pt")), map_location=device)
        theta = start["theta"]
        theta = theta.clone() if name == "one" else theta.repeat(trials, 1)
        rows = 1 if name == "one" else trials
        self.inputs = [x.repeat(rows, 1) for x in (ids, types, mask)] + [labels.repeat(rows)]
        share = torch.tensor(1.0, device=device)
        self.share = share if name == "one" else torch.full((trials, len(ids)), 1 / len(ids), device=device)
        rate = 1e-3 * (torch.ones(()) if name == "one" else 1 + torch.arange(trials).view(-1, 1)).to(device)
        self.theta, self.gradient = theta, torch.zeros_like(theta)
        self.rest = [torch.zeros_like(theta), torch.zeros_like(theta), rate * torch.ones_like(theta), torch.zeros_like(theta)]

    def step(self):
        loss = self.module.accumulate(*self.inputs, self.share, self.theta, self.gradient, w)
        with torch.no_grad():
            self.module.update(SCHEDULE, self.theta, self.gradient, *self.rest)
        return loss


class Peft:
    def __init__(self):
        model = BertForSequenceClassification.from_pretrained(
            a.backbone, num_labels=2, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
            ignore_mismatched_sizes=True)
        self.model = get_peft_model(model, LoraConfig(
            task_type="SEQ_CLS", r=a.rank, lora_alpha=a.rank, lora_dropout=0.0, target_modules=["query", "value"]))
        self.model.to(device).train()
        self.trained = [p for p in self.model.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(self.trained, lr=1e-3)

    def step(self):
        self.optimizer.zero_grad()
        loss = self.model(input_ids=ids, attention_mask=mask, labels=labels.long()).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        return loss


def seconds(step, times=1):
    if device.type == "cuda":
        torch.cuda.synchronize()
    began = time.perf_counter()
    for _ in range(times):
        step()
    if device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter() - began


def calls(step):
    """Kernels that a step launches, or operators that it dispatches, on a CPU."""
    activities = [torch.profiler.ProfilerActivity.CPU]
    if device.type == "cuda":
        activities.append(torch.profiler.ProfilerActivity.CUDA)
    with torch.profiler.profile(activities=activities) as profile:
        step()
        if device.type == "cuda":
            torch.cuda.synchronize()
    names = [event.name for event in profile.events()]
    launches = sum("LaunchKernel" in name for name in names)
    return launches or sum(name.startswith("aten::") for name in names)


one, three = Spindle("one", 1), Spindle("fused", 3)
for _ in range(2):
    alone, each = one.step(), three.step()
far = (one.theta - start["theta"]).norm()
print("loss of the second step %.6f alone, %.6f as the first of three; their ways differ by %.1e"
      % (alone.item(), each[0].item(), ((one.theta - three.theta[0]).norm() / far).item()))
peft = Peft()
print("loss of the first step %.4f, peft's %.4f: other heads" % (Spindle("one", 1).step().item(), peft.step().item()))
print("calls of a step: %d in one trial's, %d in a fused one, %d in peft's"
      % (calls(one.step), calls(three.step), calls(peft.step)))
for count in a.counts:
    fused, one = Spindle("fused", count), Spindle("one", 1)
    ways = {"fused": (fused.step, 1), "single": (one.step, count), "peft": (peft.step, count)}
    best = dict.fromkeys(ways, float("inf"))
    for name, (step, times) in ways.items():
        seconds(step)
    for round in range(a.rounds):
        for name in sorted(ways, reverse=round % 2 == 1):
            best[name] = min(best[name], seconds(*ways[name]))
    print("K %2d on %s, %s: fused %.4f s, single steps %.4f s, peft %.4f s; gain %.2f over single steps, %.2f over peft"
          % (count, device, a.precision, best["fused"], best["single"], best["peft"],
             best["single"] / best["fused"], best["peft"] / best["fused"]), flush=True)
