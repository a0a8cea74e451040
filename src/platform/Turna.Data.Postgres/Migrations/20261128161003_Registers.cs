using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    team = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    file = table.Column<byte[]>(type: "bytea", nullable: true),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    doubtful = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    repeated = table.Column<int>(type: "integer", nullable: false),
                    dayless = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    published = table.Column<int>(type: "integer", nullable: false),
                    registered = table.Column<int>(type: "integer", nullable: false),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    report = table.Column<Guid>(type: "uuid", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_import_columns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false),
                    headings = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_revision = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_import_columns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cases_import_row",
                columns: table => new
                {
                    row = table.Column<byte[]>(type: "bytea", nullable: false),
                    organisation = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_import_row", x => x.row);
                });

            migrationBuilder.CreateTable(
                name: "cases_import_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases_import_part", x => x.id);
                    table.ForeignKey(
                        name: "FK_cases_import_part_cases_import_import",
                        column: x => x.import,
                        principalTable: "cases_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_file",
                table: "cases_import",
                column: "file");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_member",
                table: "cases_import",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_team_started_at",
                table: "cases_import",
                columns: new[] { "team", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_columns_organisation_headings",
                table: "cases_import_columns",
                columns: new[] { "organisation", "headings" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_part_import_kind_number",
                table: "cases_import_part",
                columns: new[] { "import", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_import_row_organisation",
                table: "cases_import_row",
                column: "organisation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_import_columns");

            migrationBuilder.DropTable(
                name: "cases_import_part");

            migrationBuilder.DropTable(
                name: "cases_import_row");

            migrationBuilder.DropTable(
                name: "cases_import");
        }
    }
}
