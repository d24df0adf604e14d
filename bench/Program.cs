using Directus.Grpc.Bench;
using Directus.Grpc.Bench.Auth;
using Directus.Grpc.Bench.Bare;
using Directus.Grpc.Bench.ColdStart;
using Directus.Grpc.Bench.Import;
using Directus.Grpc.Bench.Load;
using Directus.Grpc.Bench.Schema;
using Directus.Grpc.Bench.Wire;

var options = BenchOptions.Parse(args);
return options.Command switch
{
    "load" => await LoadRun.RunAsync(options),
    "auth" => await AuthRun.RunAsync(options),
    "wire" => await WireRun.RunAsync(options),
    "import" => await ImportRun.RunAsync(options),
    "schema" => await SchemaRun.RunAsync(options),
    "cold-start" => await ColdStartRun.RunAsync(options),
    "bare" => await BareServer.RunAsync(options),
    _ => BenchOptions.PrintUsage(),
};
