package cn.mingjian.server.delivery;

import java.util.Collection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What this installation refuses for its mark: everything marked, unless it was set at start for a network that may hold
 * state secrets ({@code MINGJIAN_CLASSIFIED=true}).
 */
@Component
public class Secrecy {

    private final boolean refuses;

    Secrecy(@Value("${mingjian.classified:false}") boolean classified) {
        this.refuses = !classified;
    }

    /** Whether a file is refused for its name. */
    public boolean refusesName(String name) {
        return refuses && SecrecyMark.inName(name);
    }

    /** Whether a table is refused for a record above or at its headings. */
    public boolean refusesCells(Collection<String> cells) {
        return refuses && SecrecyMark.inCells(cells);
    }

    /** Whether a text is refused for its head. */
    public boolean refusesHead(String text) {
        return refuses && SecrecyMark.inHead(text);
    }
}
