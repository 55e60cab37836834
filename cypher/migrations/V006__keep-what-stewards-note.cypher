// Makes what is noted of an item unique, and finds it by who sees to it and by when it was touched.
CREATE CONSTRAINT review_id IF NOT EXISTS FOR (review:Review) REQUIRE review.id IS UNIQUE;
CREATE INDEX review_assignee IF NOT EXISTS FOR (review:Review) ON (review.assignee);
CREATE INDEX review_touched IF NOT EXISTS FOR (review:Review) ON (review.touchedAt);
