  def half_linear(self: __torch__.M, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    # weight, bias: bfloat16
    return torch.to(torch.linear(torch.to(x, 15), weight, bias), 6)  # (B, S, E)
