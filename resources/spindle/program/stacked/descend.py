  def descend(self: __torch__.M, logits: Tensor, labels: Tensor, share: Tensor, point: Tensor, gradient: Tensor) -> Tensor:
    # share: each row's part of its trial's batch, (K, B), 0 for a row that only fills; returns each trial's part of its mean loss
    rows = torch.view(self.loss(logits, labels), torch.size(share))  # (K, B)
    losses = torch.sum(torch.mul(rows, share), [1])  # (K)
    slope = torch.autograd.grad([torch.sum(losses)], [point])[0]  # (K, N)
    if slope is not None:
      torch.add_(gradient, slope)  # (K, N)
    return torch.detach(losses)
