  def relu_adapter(self: __torch__.M, x: Tensor, down: Tensor, down_bias: Tensor, up: Tensor, up_bias: Tensor) -> Tensor:
    inner = torch.relu(self.linear(x, down, down_bias))  # (K B, S, W)
    return self.linear(inner, up, up_bias)  # (K B, S, D)

  def silu_adapter(self: __torch__.M, x: Tensor, down: Tensor, down_bias: Tensor, up: Tensor, up_bias: Tensor) -> Tensor:
    inner = torch.silu(self.linear(x, down, down_bias))  # (K B, S, W)
    return self.linear(inner, up, up_bias)  # (K B, S, D)
