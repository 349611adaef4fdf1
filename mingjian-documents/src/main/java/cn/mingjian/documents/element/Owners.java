package cn.mingjian.documents.element;

import cn.mingjian.documents.part.Stretch;
import cn.mingjian.documents.text.Span;
import java.util.List;

/** Whose an element is that was found in a stretch. */
public interface Owners {

    /** A kind of document without defendants. */
    Owners NONE = (stretch, found) -> List.of();

    /** Numbers of the defendants, from 1. */
    List<Integer> of(Stretch stretch, Span found);
}
