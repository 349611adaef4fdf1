package cn.mingjian.documents.source;

import java.util.List;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The words of a document that knows pages, each page apart. */
final class PagedText extends BodyContentHandler {

    private static final String BREAK = "\f";

    /**
     * A handler of what the parser tells.
     *
     * @param limit in characters
     */
    PagedText(int limit) {
        super(limit);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if ("page".equals(attributes.getValue("class"))) {
            characters(BREAK.toCharArray(), 0, BREAK.length());
        }
        super.startElement(uri, localName, name, attributes);
    }

    List<String> pages() {
        return List.of(toString().split(BREAK));
    }
}
