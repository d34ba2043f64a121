  def logits_blocks(self: __torch__.M, ids: List[Tensor], types: List[Tensor], mask: List[Tensor], theta: Tensor, w: List[Tensor]) -> Tensor:
    x = self.lower(ids, types, mask, theta, w)  # (B, S, D)
    return self.upper(x, mask, theta, w)  # (B, C)

  def logits(self: __torch__.M, ids: Tensor, types: Tensor, mask: Tensor, theta: Tensor, w: List[Tensor]) -> Tensor:
    return self.logits_blocks([ids], [types], [mask], theta, w)  # (B, C)

  def accumulate_blocks(self: __torch__.M, ids: List[Tensor], types: List[Tensor], mask: List[Tensor], labels: Tensor, share: Tensor, theta: Tensor, gradient: Tensor, w: List[Tensor]) -> Tensor:
    point = torch.requires_grad_(torch.detach(theta))  # (N)
    logits = self.logits_blocks(ids, types, mask, point, w)  # (B, C)
    return self.descend(logits, labels, share, point, gradient)

  def accumulate_upper(self: __torch__.M, x: Tensor, mask: List[Tensor], labels: Tensor, share: Tensor, theta: Tensor, gradient: Tensor, w: List[Tensor]) -> Tensor:
    point = torch.requires_grad_(torch.detach(theta))  # (N)
    logits = self.upper(x, mask, point, w)  # (B, C)
    return self.descend(logits, labels, share, point, gradient)
