  def accumulate(self: __torch__.M, ids: Tensor, types: Tensor, mask: Tensor, labels: Tensor, share: Tensor, theta: Tensor, gradient: Tensor, w: List[Tensor]) -> Tensor:
    point = torch.requires_grad_(torch.detach(theta))  # (N)
    logits = self.logits(ids, types, mask, labels, point, w)  # (B, T, V)
    return self.descend(logits, labels, share, point, gradient)
