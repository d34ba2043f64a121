"""Floating-point operations of matrix products, counted by torch's profiler while it runs Spindle's programs.

usage: count_work.py CLASSPATH [--texts 3] [--tokens 11] [--backbone bundled] [--java java]
needs torch; CLASSPATH: target/test-classes:target/classes:target/lib/*

Prints a line a design: what FlopCounterMode counts of the lower layers, of the upper ones, and of those with the
way back, and the ratio of what spindle.training.EncoderWork counts to it. The backward pass of an attention counts as
four products; the kernel computes the scores again, which makes five, and is left out by both. In models of 128
features and more the programs fill the small factors of LoRA and adapters up to 16 columns: that is work for the
profiler, but not for EncoderWork.
"""
import argparse, json, pathlib, subprocess, tempfile
import torch
from torch.utils.flop_counter import FlopCounterMode

parser = argparse.ArgumentParser()
parser.add_argument("classpath")
parser.add_argument("--texts", type=int, default=3)
parser.add_argument("--tokens", type=int, default=11)
parser.add_argument("--backbone", default="bundled")
parser.add_argument("--java", default="java")
a = parser.parse_args()

aten = torch.ops.aten


def products(q, k, v, count):
    texts, heads, asked, width = q
    return count * 2 * texts * heads * asked * k[2] * width


def forward(q, k, v, *rest, **named):
    return products(q, k, v, 2)


def backward(slope, q, k, v, *rest, **named):
    return products(q, k, v, 4)


mapping = {
    aten._scaled_dot_product_flash_attention_for_cpu: forward,
    aten._scaled_dot_product_flash_attention_for_cpu_backward: backward,
}


def counted(work):
    with FlopCounterMode(display=False, custom_mapping=mapping) as counter:
        result = work()
    return counter.get_total_flops(), result


folder = tempfile.mkdtemp()
subprocess.run(
    [a.java, "--enable-native-access=ALL-UNNAMED", "-cp", a.classpath, "spindle.training.WorkFiles", folder, str(a.texts),
     str(a.tokens), a.backbone], check=True)
for archive in sorted(pathlib.Path(folder).glob("*.pt")):
    given = json.loads(archive.with_suffix(".json").read_text())
    torch.manual_seed(1)
    w = [0.02 * torch.randn(shape) for shape in given["shapes"]]
    theta = 0.02 * torch.randn(given["trained"])
    ids = torch.randint(0, 16, (a.texts, a.tokens))
    mask = torch.ones_like(ids)
    labels, share, gradient = torch.zeros(a.texts), torch.ones(()), torch.zeros_like(theta)
    module = torch.jit.load(str(archive))
    with torch.no_grad():
        lower, x = counted(lambda: module.lower([ids], [torch.zeros_like(ids)], [mask], theta, w))
        upper, _ = counted(lambda: module.upper(x, [mask], theta, w))
    step, _ = counted(lambda: module.accumulate_upper(x, [mask], labels, share, theta, gradient, w))
    mine = given["work"]
    print("%-8s lower %d (%.4f)  upper %d (%.4f)  step %d (%.4f)" % (
        archive.stem, lower, mine["lower"] / lower, upper, mine["upper"] / upper, step, mine["step"] / step), flush=True)
