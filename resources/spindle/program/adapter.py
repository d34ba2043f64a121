  def relu_adapter(self: __torch__.M, x: Tensor, down: Tensor, down_bias: Tensor, up: Tensor, up_bias: Tensor) -> Tensor:
    lack = self.lack(down)
    inner = torch.relu(torch.linear(x, torch.constant_pad_nd(down, [0, 0, 0, lack], 0.), torch.constant_pad_nd(down_bias, [0, lack], 0.)))  # (B, S, W)
    return torch.linear(inner, torch.constant_pad_nd(up, [0, lack], 0.), up_bias)  # (B, S, D)

  def silu_adapter(self: __torch__.M, x: Tensor, down: Tensor, down_bias: Tensor, up: Tensor, up_bias: Tensor) -> Tensor:
    lack = self.lack(down)
    inner = torch.silu(torch.linear(x, torch.constant_pad_nd(down, [0, 0, 0, lack], 0.), torch.constant_pad_nd(down_bias, [0, lack], 0.)))  # (B, S, W)
    return torch.linear(inner, torch.constant_pad_nd(up, [0, lack], 0.), up_bias)  # (B, S, D)
