  def root_norm(self: __torch__.M, x: Tensor, weight: Tensor, epsilon: float) -> Tensor:
    return torch.rms_norm(x, [torch.size(x, -1)], weight, epsilon)  # (B, S, D)
