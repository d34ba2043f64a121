  def low_rank(self: __torch__.M, x: Tensor, down: Tensor, up: Tensor) -> Tensor:
    # down: (K, R, D), up: (K, E, R)
    rows = torch.reshape(x, [torch.size(down, 0), -1, torch.size(x, -1)])  # (K, B S, D)
    inner = torch.bmm(rows, torch.transpose(down, 1, 2))  # (K, B S, R)
    return self.like(torch.bmm(inner, torch.transpose(up, 1, 2)), x)  # (K B, S, E)
