  def prefixed(self: __torch__.M, prefix: Tensor, x: Tensor) -> Tensor:
    rows = torch.expand(torch.unsqueeze(prefix, 0), [torch.size(x, 0), -1, -1])  # (B, P, D)
    return torch.cat([rows, x], 1)  # (B, P + S, D)

  def widened(self: __torch__.M, mask: Tensor, length: int) -> Tensor:
    return torch.constant_pad_nd(mask, [length, 0], 0.)  # (B, 1, 1, P + S)

  def reparametrised(self: __torch__.M, table: Tensor, inner: Tensor, inner_bias: Tensor, outer: Tensor, outer_bias: Tensor) -> Tensor:
    hidden = torch.tanh(torch.linear(table, inner, inner_bias))  # (P, M)
    return torch.linear(hidden, outer, outer_bias)  # (P, 2 N D)
