  def lack(self: __torch__.M, down: Tensor) -> int:
    # a product with 16 columns takes less time than one with fewer: how many zeros fill them up, none in small models
    lack = torch.sub(16, torch.size(down, 0))
    if torch.__or__(torch.lt(lack, 0), torch.lt(torch.size(down, 1), 128)):
      lack = 0
    return lack
