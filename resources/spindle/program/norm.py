  def norm(self: __torch__.M, x: Tensor, weight: Tensor, bias: Tensor, epsilon: float) -> Tensor:
    return torch.layer_norm(x, [torch.size(x, -1)], weight, bias, epsilon)  # (B, S, D)
