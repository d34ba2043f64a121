  def linear(self: __torch__.M, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    # x: the rows of all trials, (K B, ..., D); weight: (E, D) for all or (K, E, D); bias: (E) for all or (K, E)
    if torch.eq(torch.dim(weight), 2):
      if torch.eq(torch.dim(bias), 1):
        y = torch.linear(x, weight, bias)
      else:
        y = self.added(torch.linear(x, weight), bias)
    else:
      rows = torch.reshape(x, [torch.size(weight, 0), -1, torch.size(x, -1)])  # (K, N, D)
      z = torch.baddbmm(torch.unsqueeze(bias, 1), rows, torch.transpose(weight, 1, 2))  # (K, N, E)
      y = self.like(z, x)
    return y  # (K B, ..., E)

  def like(self: __torch__.M, rows: Tensor, x: Tensor) -> Tensor:
    # rows: (K, N, E); x: (K B, ..., D)
    flat = torch.reshape(rows, [-1, torch.size(rows, 2)])  # (K N, E)
    if torch.eq(torch.dim(x), 2):
      y = flat
    else:
      y = torch.view(flat, [torch.size(x, 0), torch.size(x, 1), -1])
    return y  # (K B, ..., E)

  def added(self: __torch__.M, x: Tensor, bias: Tensor) -> Tensor:
    # bias: (E) for all or (K, E)
    if torch.eq(torch.dim(bias), 1):
      y = torch.add(x, bias)
    else:
      rows = torch.reshape(x, [torch.size(bias, 0), -1, torch.size(x, -1)])  # (K, N, E)
      y = self.like(torch.add(rows, torch.unsqueeze(bias, 1)), x)
    return y  # (K B, ..., E)
