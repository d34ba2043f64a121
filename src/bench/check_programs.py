"""Runs Spindle's tensor programs in Python and compares their losses with the reference libraries'.

usage: check_programs.py PROGRAMS CASES     (needs torch, safetensors)
PROGRAMS: what spindle.training.parity.ProgramFiles wrote; CASES: the folder of the reference cases.
"""
import pathlib, sys
import torch
from safetensors.torch import load_file

programs, cases = map(pathlib.Path, sys.argv[1:3])
worst = 0.0
for archive in sorted(programs.glob("*.pt")):
    family, case = archive.stem.split("-", 1)
    given = load_file(cases / family / case / "case.safetensors")
    tensors = load_file(archive.with_suffix(".safetensors"))
    w = [tensors[f"w.{i}"] for i in range(len(tensors) - 1)]
    ids = given["input_ids"]
    types = given.get("token_type_ids", torch.zeros_like(ids))
    module = torch.jit.load(str(archive))
    logits = module.logits(ids, types, given["attention_mask"], tensors["theta"], w)
    loss = module.loss(logits, given["labels"].float()).item()
    difference = abs(loss - given["loss"].item())
    worst = max(worst, difference)
    print("%-28s loss %.7f  reference %.7f  difference %.1e" % (archive.stem, loss, given["loss"].item(), difference))
print("largest difference %.1e" % worst)
sys.exit(worst > 1e-6)
