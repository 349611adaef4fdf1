package cn.mingjian.server.delivery;

/** Somebody brought a delivery; its files lie whole on the disk. */
public record DeliveryBrought(Brought delivery) {}
