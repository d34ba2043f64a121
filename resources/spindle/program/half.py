  def half_product(self: __torch__.M, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    # weight, bias and result: bfloat16
    return torch.linear(torch.to(x, 15), weight, bias)  # (B, S, E)

  def half_linear(self: __torch__.M, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    # weight, bias: bfloat16
    return torch.to(self.half_product(x, weight, bias), 6)  # (B, S, E)
