  def heads(self: __torch__.M, x: Tensor, count: int) -> Tensor:
    split = torch.view(x, [torch.size(x, 0), torch.size(x, 1), count, -1])  # (B, S, H, D / H)
    return torch.transpose(split, 1, 2)  # (B, H, S, D / H)

  def attend(self: __torch__.M, q: Tensor, k: Tensor, v: Tensor, mask: Tensor, count: int, scale: Optional[float]) -> Tensor:
    rest = torch.remainder(torch.size(k, 1), 16)
    # a softmax goes 16 keys at a time and those left over one by one: hidden keys cost less than many of these
    if torch.__and__(torch.gt(rest, 5), torch.gt(torch.numel(q), 16384)):
      lack = torch.sub(16, rest)
      k = torch.constant_pad_nd(k, [0, 0, 0, lack], 0.)  # (B, S, D)
      v = torch.constant_pad_nd(v, [0, 0, 0, lack], 0.)  # (B, S, D)
      mask = torch.constant_pad_nd(mask, [0, lack], -1.e30)
    context = torch.scaled_dot_product_attention(self.heads(q, count), self.heads(k, count), self.heads(v, count), mask, 0., False, scale=scale)  # (B, H, S, D / H)
    return torch.flatten(torch.transpose(context, 1, 2), 2)  # (B, S, D)

  def visible(self: __torch__.M, attention_mask: Tensor) -> Tensor:
    hidden = torch.rsub(torch.to(attention_mask, 6), 1.)  # (B, S)
    return torch.mul(torch.unsqueeze(torch.unsqueeze(hidden, 1), 1), -1.e30)  # (B, 1, 1, S)
