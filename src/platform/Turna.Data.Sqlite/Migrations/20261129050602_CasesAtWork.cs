using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Turna.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CasesAtWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team",
                table: "cases_case",
                column: "team",
                filter: "in_danger");

            migrationBuilder.CreateIndex(
                name: "ix_cases_case_team_responsible_sensitivity",
                table: "cases_case",
                columns: new[] { "team", "responsible", "sensitivity" },
                filter: "stage <> 'Closed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cases_case_team",
                table: "cases_case");

            migrationBuilder.DropIndex(
                name: "ix_cases_case_team_responsible_sensitivity",
                table: "cases_case");
        }
    }
}
