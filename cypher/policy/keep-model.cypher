// Keeps the model of a policy of which it is not kept.
// :params {hash: '00ff', model: 'name: people'}
MATCH (policy:Policy {hash: $hash})
SET policy.model = coalesce(policy.model, $model)
