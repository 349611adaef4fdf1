package cn.mingjian.server.delivery;

/** How far a delivery is. */
public enum DeliveryState {
    /** It is still looked through. */
    READING,
    /** Models can run on it. */
    READY,
    /** It cannot be used. */
    FAILED
}
