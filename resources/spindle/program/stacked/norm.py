  def norm(self: __torch__.M, x: Tensor, weight: Tensor, bias: Tensor, epsilon: float) -> Tensor:
    # bias: (D) for all trials or (K, D)
    if torch.eq(torch.dim(bias), 1):
      y = torch.layer_norm(x, [torch.size(x, -1)], weight, bias, epsilon)
    else:
      y = self.added(torch.layer_norm(x, [torch.size(x, -1)], weight, None, epsilon), bias)
    return y  # (K B, S, D)
