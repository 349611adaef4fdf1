/** Documents of a delivery: read behind the request, shown beside their text, set right by people. */
@NullMarked
package cn.mingjian.server.document;

import org.jspecify.annotations.NullMarked;
