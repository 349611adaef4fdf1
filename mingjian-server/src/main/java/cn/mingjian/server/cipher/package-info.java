/** Files that only a passphrase opens, and in which no byte can be changed, taken away or cut off unseen. */
@NullMarked
package cn.mingjian.server.cipher;

import org.jspecify.annotations.NullMarked;
