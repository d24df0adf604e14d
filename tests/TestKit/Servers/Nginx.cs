using System.Diagnostics;
using System.Globalization;

namespace Directus.Grpc.TestKit;

/// <summary>Debian's nginx before a server: REST and gRPC-Web below a path, gRPC on a port of its own. It adds whoever calls it to
/// X-Forwarded-For, as most do, and states them in X-Real-IP.</summary>
public sealed class Nginx : IAsyncDisposable
{
    public const string Path = "/cms";

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Nginx(DirectoryInfo folder, Process process, Uri url, Uri grpcUrl)
    {
        this.folder = folder;
        this.process = process;
        Url = url;
        GrpcUrl = grpcUrl;
    }

    /// <summary>Where nginx is installed; null where it is not.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Append("/usr/sbin").Select(place => System.IO.Path.Combine(place, "nginx")).FirstOrDefault(File.Exists);

    /// <summary>Address of REST and gRPC-Web, with the path.</summary>
    public Uri Url { get; }

    /// <summary>Address of gRPC.</summary>
    public Uri GrpcUrl { get; }

    public static async Task<Nginx> StartAsync(TestServer server, int port)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-nginx-");
        var grpcPort = FreePort.Next();
        var settings = System.IO.Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(server, port, grpcPort));
        var start = new ProcessStartInfo(Program!, ["-e", "stderr", "-p", folder.FullName, "-c", settings]) { RedirectStandardError = true };
        var nginx = new Nginx(folder, Process.Start(start)!, Local(port), Local(grpcPort));
        await nginx.AnswersAsync();
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Url };
        await Eventually.TrueAsync(async () =>
        {
            if (process.HasExited) throw new InvalidOperationException($"nginx ended:\n{await process.StandardError.ReadToEndAsync()}");
            try
            {
                return (await http.GetAsync($"{Path}/server/ping")).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "nginx answers");
    }

    private static Uri Local(int port) => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    private static string Settings(TestServer server, int port, int grpcPort) => $$"""
        daemon off;
        master_process off;
        pid nginx.pid;
        events {}
        http {
          access_log off;
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          server {
            listen 127.0.0.1:{{port}};
            location {{Path}}/ {
              proxy_pass {{server.Url.Scheme}}://{{server.Url.Authority}}/;
              proxy_http_version 1.1;
              proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
              proxy_set_header X-Real-IP $remote_addr;
            }
          }
          server {
            listen 127.0.0.1:{{grpcPort}} http2;
            location / {
              grpc_pass grpc://{{server.GrpcUrl.Authority}};
              grpc_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
              grpc_set_header X-Real-IP $remote_addr;
            }
          }
        }
        """;
}
