  def descend(self: __torch__.M, logits: Tensor, labels: Tensor, share: Tensor, point: Tensor, gradient: Tensor) -> Tensor:
    # share: this micro-batch's part of the batch, (); returns its part of the mean loss
    loss = torch.mul(self.loss(logits, labels), share)  # ()
    slope = torch.autograd.grad([loss], [point])[0]  # (N)
    if slope is not None:
      torch.add_(gradient, slope)  # (N)
    return torch.detach(loss)

  def accumulate(self: __torch__.M, ids: Tensor, types: Tensor, mask: Tensor, labels: Tensor, share: Tensor, theta: Tensor, gradient: Tensor, w: List[Tensor]) -> Tensor:
    point = torch.requires_grad_(torch.detach(theta))  # (N)
    logits = self.logits(ids, types, mask, point, w)  # (B, C)
    return self.descend(logits, labels, share, point, gradient)

  def accumulate_upper(self: __torch__.M, x: Tensor, mask: Tensor, labels: Tensor, share: Tensor, theta: Tensor, gradient: Tensor, w: List[Tensor]) -> Tensor:
    point = torch.requires_grad_(torch.detach(theta))  # (N)
    logits = self.upper(x, mask, point, w)  # (B, C)
    return self.descend(logits, labels, share, point, gradient)
