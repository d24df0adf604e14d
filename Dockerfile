# The server in one image; a volume on /data keeps the SQLite database and the files.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Server -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
RUN mkdir /data && chown app /data
USER app
WORKDIR /data
VOLUME /data
ENV HOST=0.0.0.0 DB_CLIENT=sqlite3 DB_FILENAME=/data/directus.db STORAGE_LOCAL_ROOT=/data/uploads
EXPOSE 8055 8056
ENTRYPOINT ["dotnet", "/app/directus-grpc.dll"]
