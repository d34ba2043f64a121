  def descend(self: __torch__.M, logits: Tensor, labels: Tensor, share: Tensor, point: Tensor, gradient: Tensor) -> Tensor:
    # share: this micro-batch's part of the batch, (); returns its part of the mean loss
    loss = torch.mul(self.loss(logits, labels), share)  # ()
    slope = torch.autograd.grad([loss], [point])[0]  # (N)
    if slope is not None:
      torch.add_(gradient, slope)  # (N)
    return torch.detach(loss)
