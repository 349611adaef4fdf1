package cn.mingjian.server.testing;

import cn.mingjian.server.actor.Role;
import cn.mingjian.server.testing.TestServer.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three offices, one below the other, and one beside the middle one, each with an administrator of a kind. */
public record Tree(Place upper, Place own, Place lower, Place sister, Role role) {

    /** A tree of its own whose administrators have this role. */
    public static Tree of(Role role) {
        TestServer server = TestServer.get();
        Tree tree = new Tree(server.office(), server.office(), server.office(), server.office(), role);
        hang(server, tree.own(), tree.upper());
        hang(server, tree.sister(), tree.upper());
        hang(server, tree.lower(), tree.own());
        return tree;
    }

    private static void hang(TestServer server, Place lower, Place upper) {
        server.act(() -> server.part(JdbcClient.class)
                .sql("update office set parent_id = ? where id = ?")
                .params(upper.office(), lower.office())
                .update());
    }

    /** An administrator of one of the offices who has signed in. */
    public Person administrator(Place place) {
        return TestServer.get().signedIn(place, role);
    }
}
