  def keep(self: __torch__.M, x: Tensor, picked: Tensor, places: Tensor, rows: Tensor) -> Tensor:
    # picked: the real tokens of x, (N); places: the row of each, (N)
    tokens = torch.index_select(torch.flatten(x, 0, 1), 0, picked)  # (N, D)
    torch.index_copy_(rows, 0, places, tokens)
    return places

  def kept(self: __torch__.M, places: Tensor, rows: Tensor) -> Tensor:
    return torch.embedding(rows, places)  # (B, S, D)
