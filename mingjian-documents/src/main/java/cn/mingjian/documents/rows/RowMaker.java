package cn.mingjian.documents.rows;

import cn.mingjian.documents.element.Extraction;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes rows of contracts from the elements of a document. */
public interface RowMaker {

    /** The contracts whose rows it makes. */
    Set<String> contracts();

    /** Rows by contract; a column whose value the document does not say is left out. */
    Map<String, List<ObjectNode>> rows(Extraction extraction);
}
