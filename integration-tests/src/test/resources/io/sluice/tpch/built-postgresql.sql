-- Q01
SELECT lineitem.l_returnflag, lineitem.l_linestatus, sum(lineitem.l_quantity), sum(lineitem.l_extendedprice), sum(lineitem.l_extendedprice * ($1 - lineitem.l_discount)), sum(lineitem.l_extendedprice * ($2 - lineitem.l_discount) * ($3 + lineitem.l_tax)), avg(lineitem.l_quantity), avg(lineitem.l_extendedprice), avg(lineitem.l_discount), count(*)
FROM lineitem
WHERE lineitem.l_shipdate <= $4
GROUP BY lineitem.l_returnflag, lineitem.l_linestatus
ORDER BY lineitem.l_returnflag, lineitem.l_linestatus

-- Q02
SELECT supplier.s_acctbal, supplier.s_name, nation.n_name, part.p_partkey, part.p_mfgr, supplier.s_address, supplier.s_phone, supplier.s_comment
FROM partsupp
  JOIN supplier ON partsupp.ps_suppkey = supplier.s_suppkey
  JOIN nation ON supplier.s_nationkey = nation.n_nationkey
  JOIN region ON nation.n_regionkey = region.r_regionkey
  JOIN part ON partsupp.ps_partkey = part.p_partkey
WHERE region.r_name = $1
  AND part.p_size = $2
  AND part.p_type LIKE $3
  AND partsupp.ps_supplycost = (
    SELECT min(partsupp.ps_supplycost)
    FROM partsupp
      JOIN supplier ON partsupp.ps_suppkey = supplier.s_suppkey
      JOIN nation ON supplier.s_nationkey = nation.n_nationkey
      JOIN region ON nation.n_regionkey = region.r_regionkey
    WHERE region.r_name = $4
      AND partsupp.ps_partkey = part.p_partkey)
ORDER BY supplier.s_acctbal DESC, nation.n_name, supplier.s_name, part.p_partkey
LIMIT $5

-- Q03
SELECT lineitem.l_orderkey, sum(lineitem.l_extendedprice * ($1 - lineitem.l_discount)) AS revenue, orders.o_orderdate, orders.o_shippriority
FROM customer
  JOIN orders ON orders.o_custkey = customer.c_custkey
  JOIN lineitem ON lineitem.l_orderkey = orders.o_orderkey
WHERE customer.c_mktsegment = $2
  AND orders.o_orderdate < $3
  AND lineitem.l_shipdate > $4
GROUP BY lineitem.l_orderkey, orders.o_orderdate, orders.o_shippriority
ORDER BY revenue DESC, orders.o_orderdate
LIMIT $5

-- Q04
SELECT orders.o_orderpriority, count(*)
FROM orders
WHERE orders.o_orderdate >= $1
  AND orders.o_orderdate < $2
  AND EXISTS (
    SELECT lineitem.l_orderkey
    FROM lineitem
    WHERE lineitem.l_orderkey = orders.o_orderkey
      AND lineitem.l_commitdate < lineitem.l_receiptdate)
GROUP BY orders.o_orderpriority
ORDER BY orders.o_orderpriority

-- Q05
SELECT nation.n_name, sum(lineitem.l_extendedprice * ($1 - lineitem.l_discount)) AS revenue
FROM region
  JOIN nation ON nation.n_regionkey = region.r_regionkey
  JOIN supplier ON supplier.s_nationkey = nation.n_nationkey
  JOIN lineitem ON lineitem.l_suppkey = supplier.s_suppkey
  JOIN orders ON lineitem.l_orderkey = orders.o_orderkey
  JOIN customer ON customer.c_custkey = orders.o_custkey
  AND customer.c_nationkey = nation.n_nationkey
WHERE region.r_name = $2
  AND orders.o_orderdate >= $3
  AND orders.o_orderdate < $4
GROUP BY nation.n_name
ORDER BY revenue DESC

-- Q06
SELECT sum(lineitem.l_extendedprice * lineitem.l_discount)
FROM lineitem
WHERE lineitem.l_shipdate >= $1
  AND lineitem.l_shipdate < $2
  AND lineitem.l_discount BETWEEN $3 AND $4
  AND lineitem.l_quantity < $5

-- Q07
WITH shipping (supp_nation, cust_nation, l_year, volume) AS (
    SELECT n1.n_name AS supp_nation, n2.n_name AS cust_nation, CAST(EXTRACT(YEAR FROM lineitem.l_shipdate) AS integer) AS l_year, lineitem.l_extendedprice * ($1 - lineitem.l_discount) AS volume
    FROM lineitem
      JOIN supplier ON lineitem.l_suppkey = supplier.s_suppkey
      JOIN nation AS n1 ON supplier.s_nationkey = n1.n_nationkey
      JOIN orders ON lineitem.l_orderkey = orders.o_orderkey
      JOIN customer ON customer.c_custkey = orders.o_custkey
      JOIN nation AS n2 ON customer.c_nationkey = n2.n_nationkey
    WHERE (n1.n_name, n2.n_name) IN (($2, $3), ($4, $5))
      AND lineitem.l_shipdate BETWEEN $6 AND $7) SELECT shipping.supp_nation, shipping.cust_nation, shipping.l_year, sum(shipping.volume)
FROM shipping
GROUP BY shipping.supp_nation, shipping.cust_nation, shipping.l_year
ORDER BY shipping.supp_nation, shipping.cust_nation, shipping.l_year

-- Q08
WITH all_nations (o_year, volume, seller) AS (
    SELECT CAST(EXTRACT(YEAR FROM orders.o_orderdate) AS integer) AS o_year, lineitem.l_extendedprice * ($1 - lineitem.l_discount) AS volume, supplier_nation.n_name AS seller
    FROM region
      JOIN nation ON nation.n_regionkey = region.r_regionkey
      JOIN customer ON customer.c_nationkey = nation.n_nationkey
      JOIN orders ON orders.o_custkey = customer.c_custkey
      JOIN lineitem ON lineitem.l_orderkey = orders.o_orderkey
      JOIN part ON lineitem.l_partkey = part.p_partkey
      JOIN supplier ON supplier.s_suppkey = lineitem.l_suppkey
      JOIN nation AS supplier_nation ON supplier_nation.n_nationkey = supplier.s_nationkey
    WHERE region.r_name = $2
      AND part.p_type = $3
      AND orders.o_orderdate BETWEEN $4 AND $5) SELECT all_nations.o_year, sum(CASE WHEN all_nations.seller = $6 THEN all_nations.volume ELSE $7 END) / sum(all_nations.volume)
FROM all_nations
GROUP BY all_nations.o_year
ORDER BY all_nations.o_year

-- Q09
WITH profit (n_name, o_year, amount) AS (
    SELECT nation.n_name, CAST(EXTRACT(YEAR FROM orders.o_orderdate) AS integer) AS o_year, lineitem.l_extendedprice * ($1 - lineitem.l_discount) - partsupp.ps_supplycost * lineitem.l_quantity AS amount
    FROM partsupp
      JOIN part ON partsupp.ps_partkey = part.p_partkey
      JOIN supplier ON partsupp.ps_suppkey = supplier.s_suppkey
      JOIN nation ON supplier.s_nationkey = nation.n_nationkey
      JOIN lineitem ON lineitem.l_partkey = partsupp.ps_partkey
      AND lineitem.l_suppkey = partsupp.ps_suppkey
      JOIN orders ON lineitem.l_orderkey = orders.o_orderkey
    WHERE part.p_name LIKE $2) SELECT profit.n_name, profit.o_year, sum(profit.amount)
FROM profit
GROUP BY profit.n_name, profit.o_year
ORDER BY profit.n_name, profit.o_year DESC

-- Q10
SELECT customer.c_custkey, customer.c_name, sum(lineitem.l_extendedprice * ($1 - lineitem.l_discount)) AS revenue, customer.c_acctbal, nation.n_name, customer.c_address, customer.c_phone, customer.c_comment
FROM customer
  JOIN orders ON orders.o_custkey = customer.c_custkey
  JOIN lineitem ON lineitem.l_orderkey = orders.o_orderkey
  JOIN nation ON customer.c_nationkey = nation.n_nationkey
WHERE orders.o_orderdate >= $2
  AND orders.o_orderdate < $3
  AND lineitem.l_returnflag = $4
GROUP BY customer.c_custkey, customer.c_name, customer.c_acctbal, customer.c_phone, nation.n_name, customer.c_address, customer.c_comment
ORDER BY revenue DESC
LIMIT $5

-- Q11
SELECT partsupp.ps_partkey, sum(partsupp.ps_supplycost * CAST(partsupp.ps_availqty AS numeric)) AS "value"
FROM partsupp
  JOIN supplier ON partsupp.ps_suppkey = supplier.s_suppkey
  JOIN nation ON supplier.s_nationkey = nation.n_nationkey
WHERE nation.n_name = $1
GROUP BY partsupp.ps_partkey
HAVING sum(partsupp.ps_supplycost * CAST(partsupp.ps_availqty AS numeric)) > (
    SELECT sum(partsupp.ps_supplycost * CAST(partsupp.ps_availqty AS numeric)) * $2
    FROM partsupp
      JOIN supplier ON partsupp.ps_suppkey = supplier.s_suppkey
      JOIN nation ON supplier.s_nationkey = nation.n_nationkey
    WHERE nation.n_name = $3)
ORDER BY "value" DESC

-- Q12
SELECT lineitem.l_shipmode, sum(CASE WHEN orders.o_orderpriority = ANY ($1) THEN $2 ELSE $3 END), sum(CASE WHEN orders.o_orderpriority = ANY ($1) THEN $4 ELSE $5 END)
FROM orders
  JOIN lineitem ON lineitem.l_orderkey = orders.o_orderkey
WHERE lineitem.l_shipmode = ANY ($6)
  AND lineitem.l_commitdate < lineitem.l_receiptdate
  AND lineitem.l_shipdate < lineitem.l_commitdate
  AND lineitem.l_receiptdate >= $7
  AND lineitem.l_receiptdate < $8
GROUP BY lineitem.l_shipmode
ORDER BY lineitem.l_shipmode

-- Q13
WITH c_orders (c_custkey, c_count) AS (
    SELECT customer.c_custkey, count(orders.o_orderkey) AS c_count
    FROM customer
      LEFT JOIN orders ON orders.o_custkey = customer.c_custkey
      AND orders.o_comment NOT LIKE $1
    GROUP BY customer.c_custkey) SELECT c_orders.c_count, count(*) AS custdist
FROM c_orders
GROUP BY c_orders.c_count
ORDER BY custdist DESC, c_orders.c_count DESC

-- Q14
SELECT $1 * sum(CASE WHEN part.p_type LIKE $2 THEN lineitem.l_extendedprice * ($3 - lineitem.l_discount) ELSE $4 END) / sum(lineitem.l_extendedprice * ($5 - lineitem.l_discount))
FROM lineitem
  JOIN part ON lineitem.l_partkey = part.p_partkey
WHERE lineitem.l_shipdate >= $6
  AND lineitem.l_shipdate < $7

-- Q15
WITH revenue (l_suppkey, total_revenue) AS (
    SELECT lineitem.l_suppkey, sum(lineitem.l_extendedprice * ($1 - lineitem.l_discount)) AS total_revenue
    FROM lineitem
    WHERE lineitem.l_shipdate >= $2
      AND lineitem.l_shipdate < $3
    GROUP BY lineitem.l_suppkey) SELECT supplier.s_suppkey, supplier.s_name, supplier.s_address, supplier.s_phone, revenue.total_revenue
FROM supplier
  JOIN revenue ON supplier.s_suppkey = revenue.l_suppkey
WHERE revenue.total_revenue = (
    SELECT max(revenue.total_revenue)
    FROM revenue)
ORDER BY supplier.s_suppkey

-- Q16
SELECT part.p_brand, part.p_type, part.p_size, count(DISTINCT partsupp.ps_suppkey) AS supplier_cnt
FROM partsupp
  JOIN part ON partsupp.ps_partkey = part.p_partkey
WHERE part.p_brand <> $1
  AND NOT (part.p_type LIKE $2)
  AND part.p_size = ANY ($3)
  AND partsupp.ps_suppkey NOT IN (
    SELECT supplier.s_suppkey
    FROM supplier
    WHERE supplier.s_comment LIKE $4)
GROUP BY part.p_brand, part.p_type, part.p_size
ORDER BY supplier_cnt DESC, part.p_brand, part.p_type, part.p_size

-- Q17
SELECT sum(lineitem.l_extendedprice) / $1
FROM lineitem
  JOIN part ON lineitem.l_partkey = part.p_partkey
WHERE part.p_brand = $2
  AND part.p_container = $3
  AND lineitem.l_quantity < (
    SELECT avg(lineitem.l_quantity) * $4
    FROM lineitem
    WHERE lineitem.l_partkey = part.p_partkey)

-- Q18
SELECT customer.c_name, customer.c_custkey, orders.o_orderkey, orders.o_orderdate, orders.o_totalprice, sum(lineitem.l_quantity)
FROM customer
  JOIN orders ON orders.o_custkey = customer.c_custkey
  JOIN lineitem ON lineitem.l_orderkey = orders.o_orderkey
WHERE orders.o_orderkey IN (
    SELECT lineitem.l_orderkey
    FROM lineitem
    GROUP BY lineitem.l_orderkey
    HAVING sum(lineitem.l_quantity) > $1)
GROUP BY customer.c_name, customer.c_custkey, orders.o_orderkey, orders.o_orderdate, orders.o_totalprice
ORDER BY orders.o_totalprice DESC, orders.o_orderdate
LIMIT $2

-- Q19
SELECT sum(lineitem.l_extendedprice * ($1 - lineitem.l_discount))
FROM lineitem
  JOIN part ON lineitem.l_partkey = part.p_partkey
WHERE (part.p_brand = $2 AND part.p_container = ANY ($3) AND lineitem.l_quantity BETWEEN $4 AND $5 AND part.p_size BETWEEN $6 AND $7 OR part.p_brand = $8 AND part.p_container = ANY ($9) AND lineitem.l_quantity BETWEEN $10 AND $11 AND part.p_size BETWEEN $12 AND $13 OR part.p_brand = $14 AND part.p_container = ANY ($15) AND lineitem.l_quantity BETWEEN $16 AND $17 AND part.p_size BETWEEN $18 AND $19)
  AND lineitem.l_shipmode = ANY ($20)
  AND lineitem.l_shipinstruct = $21

-- Q20
SELECT supplier.s_name, supplier.s_address
FROM supplier
  JOIN nation ON supplier.s_nationkey = nation.n_nationkey
WHERE supplier.s_suppkey IN (
    SELECT partsupp.ps_suppkey
    FROM partsupp
    WHERE partsupp.ps_partkey IN (
        SELECT part.p_partkey
        FROM part
        WHERE part.p_name LIKE $1)
      AND CAST(partsupp.ps_availqty AS numeric) > (
        SELECT sum(lineitem.l_quantity) * $2
        FROM lineitem
        WHERE (lineitem.l_partkey, lineitem.l_suppkey) = (partsupp.ps_partkey, partsupp.ps_suppkey)
          AND lineitem.l_shipdate >= $3
          AND lineitem.l_shipdate < $4))
  AND nation.n_name = $5
ORDER BY supplier.s_name

-- Q21
SELECT supplier.s_name, count(*) AS numwait
FROM supplier
  JOIN nation ON supplier.s_nationkey = nation.n_nationkey
  JOIN lineitem ON lineitem.l_suppkey = supplier.s_suppkey
  JOIN orders ON lineitem.l_orderkey = orders.o_orderkey
WHERE nation.n_name = $1
  AND orders.o_orderstatus = $2
  AND lineitem.l_receiptdate > lineitem.l_commitdate
  AND EXISTS (
    SELECT others.l_orderkey
    FROM lineitem AS others
    WHERE others.l_orderkey = lineitem.l_orderkey
      AND others.l_suppkey <> lineitem.l_suppkey)
  AND NOT EXISTS (
    SELECT others.l_orderkey
    FROM lineitem AS others
    WHERE others.l_orderkey = lineitem.l_orderkey
      AND others.l_suppkey <> lineitem.l_suppkey
      AND others.l_receiptdate > others.l_commitdate)
GROUP BY supplier.s_name
ORDER BY numwait DESC, supplier.s_name
LIMIT $3

-- Q22
SELECT substring(customer.c_phone, 1, 2) AS cntrycode, count(*), sum(customer.c_acctbal)
FROM customer
WHERE substring(customer.c_phone, 1, 2) = ANY ($1)
  AND customer.c_acctbal > (
    SELECT avg(customer.c_acctbal)
    FROM customer
    WHERE substring(customer.c_phone, 1, 2) = ANY ($1)
      AND customer.c_acctbal > $2)
  AND NOT EXISTS (
    SELECT orders.o_orderkey
    FROM orders
    WHERE orders.o_custkey = customer.c_custkey)
GROUP BY substring(customer.c_phone, 1, 2)
ORDER BY cntrycode
