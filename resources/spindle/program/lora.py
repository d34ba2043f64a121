  def low_rank(self: __torch__.M, x: Tensor, down: Tensor, up: Tensor) -> Tensor:
    return torch.linear(torch.linear(x, down), up)  # (B, S, D)
