"""数据交换: the same acts and the same reading as the desk, for other systems."""
