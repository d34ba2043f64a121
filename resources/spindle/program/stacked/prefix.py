  def prefixed(self: __torch__.M, prefix: Tensor, x: Tensor) -> Tensor:
    # prefix: (K, P, D)
    count = torch.floordiv(torch.size(x, 0), torch.size(prefix, 0))
    rows = torch.expand(torch.unsqueeze(prefix, 1), [-1, count, -1, -1])  # (K, B, P, D)
    return torch.cat([torch.flatten(rows, 0, 1), x], 1)  # (K B, P + S, D)

  def widened(self: __torch__.M, mask: Tensor, length: int) -> Tensor:
    return torch.constant_pad_nd(mask, [length, 0], 0.)  # (K B, 1, 1, P + S)

  def reparametrised(self: __torch__.M, table: Tensor, inner: Tensor, inner_bias: Tensor, outer: Tensor, outer_bias: Tensor) -> Tensor:
    # table: (K, P, D)
    hidden = torch.tanh(self.linear(table, inner, inner_bias))  # (K, P, M)
    return self.linear(hidden, outer, outer_bias)  # (K, P, 2 N D)
