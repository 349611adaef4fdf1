package cn.mingjian.server.delivery;

/** How a delivery came. */
public enum DeliveryWay {
    /** A person brought it. */
    UPLOAD,
    /** It was put into a watched folder. */
    FOLDER,
    /** It was fetched from a database. */
    DATABASE
}
