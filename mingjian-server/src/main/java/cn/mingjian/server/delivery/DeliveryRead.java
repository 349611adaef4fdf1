package cn.mingjian.server.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delivery was read and can be used; told inside the act that says so, so that whoever acts on it does so with it or not
 * at all.
 *
 * @param formNumber the number of the filled form in it, where there is one
 * @param contracts the tables that it holds
 */
public record DeliveryRead(Brought delivery, @Nullable String formNumber, Set<String> contracts) {}
