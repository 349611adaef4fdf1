package cn.mingjian.server.identity;

import org.springframework.stereotype.Component;

/** Who can read the server's output may set it up: nobody else on the network can be first. */
@Component
public class SetupCode {

    private final String text;

    SetupCode(Passwords passwords) {
        this.text = passwords.made();
    }

    /** The code of this start. */
    public String text() {
        return text;
    }
}
