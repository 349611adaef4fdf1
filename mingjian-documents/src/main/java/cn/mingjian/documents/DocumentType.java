package cn.mingjian.documents;

import cn.mingjian.documents.element.Extractor;
import cn.mingjian.documents.rows.RowMaker;
import java.util.Optional;

/**
 * A kind of document as it is opened from a library.
 *
 * @param rows how its elements become rows of contracts, where they do
 */
public record DocumentType(Extractor extractor, Optional<RowMaker> rows) {}
