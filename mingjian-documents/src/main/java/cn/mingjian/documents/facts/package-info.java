/** The facts of an offence: persons and their roles, goods, money, times, places, drugs and dealings, and its amount. */
@NullMarked
package cn.mingjian.documents.facts;

import org.jspecify.annotations.NullMarked;
