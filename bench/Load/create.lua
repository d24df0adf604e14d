wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = [[{"title":"A new title","slug":"a-new-title","status":"published","body":"The quick brown fox jumps over the lazy dog.","views":12,"rating":3.25,"price":"12.50","featured":true,"published_at":"2024-05-06T07:08:09Z"}]]
