package cn.mingjian.server.identity;

import cn.mingjian.model.Words;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long things about accounts hold; an installation may set others at start.
 *
 * @param pledge the security lesson and pledge
 * @param lapse how long after the pledge lapsed the account is closed; for one that was never used, after it was made
 * @param delegation a lent role, at most
 */
@ConfigurationProperties("mingjian.accounts")
public record AccountTerms(AccountTerm pledge, AccountTerm lapse, AccountTerm delegation) {

    /** @param source where the figure comes from */
    public record AccountTerm(int days, Words source) {}
}
