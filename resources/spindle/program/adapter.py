  def relu_adapter(self: __torch__.M, x: Tensor, down: Tensor, down_bias: Tensor, up: Tensor, up_bias: Tensor) -> Tensor:
    inner = torch.relu(torch.linear(x, down, down_bias))  # (B, S, W)
    return torch.linear(inner, up, up_bias)  # (B, S, D)

  def silu_adapter(self: __torch__.M, x: Tensor, down: Tensor, down_bias: Tensor, up: Tensor, up_bias: Tensor) -> Tensor:
    inner = torch.silu(torch.linear(x, down, down_bias))  # (B, S, W)
    return torch.linear(inner, up, up_bias)  # (B, S, D)
