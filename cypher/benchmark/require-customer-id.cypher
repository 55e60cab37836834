// Makes a customer's id unique, so that it is found by an index.
// :params {}
CREATE CONSTRAINT customer_id IF NOT EXISTS
FOR (customer:Customer) REQUIRE customer.id IS UNIQUE
