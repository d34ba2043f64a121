  def distances(self: __torch__.M, ids: Tensor) -> Tensor:
    places = torch.arange(torch.size(ids, 1), device=ids.device)  # (S)
    return torch.sub(torch.unsqueeze(places, 0), torch.unsqueeze(places, 1))  # (S, S), key - query

  def bucket(self: __torch__.M, distance: Tensor, exact: int, spread: float, last: int) -> Tensor:
    # distances below exact have a row each, those above share rows, ever wider
    ratio = torch.div(torch.to(torch.clamp(distance, 1), 6), exact)  # (S, S)
    steps = torch.mul(torch.div(torch.log(ratio), spread), last + 1 - exact)  # (S, S)
    shared = torch.clamp(torch.add(torch.to(steps, 4), exact), None, last)  # (S, S)
    return torch.where(torch.lt(distance, exact), distance, shared)  # (S, S)

  def placed(self: __torch__.M, table: Tensor, rows: Tensor) -> Tensor:
    bias = torch.permute(torch.embedding(table, rows), [2, 0, 1])  # (H, S, S)
    return torch.unsqueeze(bias, 0)  # (1, H, S, S)

  def two_way(self: __torch__.M, ids: Tensor, table: Tensor, exact: int, spread: float, half: int) -> Tensor:
    distance = self.distances(ids)  # (S, S)
    after = torch.mul(torch.to(torch.gt(distance, 0), 4), half)  # (S, S)
    near = self.bucket(torch.abs(distance), exact, spread, half - 1)  # (S, S)
    return self.placed(table, torch.add(near, after))  # (1, H, S, S)

  def one_way(self: __torch__.M, ids: Tensor, table: Tensor, exact: int, spread: float, count: int) -> Tensor:
    before = torch.clamp(torch.neg(self.distances(ids)), 0)  # (T, T)
    return self.placed(table, self.bucket(before, exact, spread, count - 1))  # (1, H, T, T)
