package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many sign-ins may fail; an installation may set others at start.
 *
 * @param failures of one account, before it is locked
 * @param addressFailures from one address with whatever accounts, before it waits
 * @param minutes how long it is locked or waits
 * @param source where the figures come from
 */
@ConfigurationProperties("mingjian.sign-in")
record SignInLimits(int failures, int addressFailures, int minutes, Words source) {}
