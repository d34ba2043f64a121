  def low_rank(self: __torch__.M, x: Tensor, down: Tensor, up: Tensor) -> Tensor:
    lack = self.lack(down)
    inner = torch.linear(x, torch.constant_pad_nd(down, [0, 0, 0, lack], 0.))  # (B, S, R)
    return torch.linear(inner, torch.constant_pad_nd(up, [0, lack], 0.))  # (B, S, D)
